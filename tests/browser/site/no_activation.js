// A browser whose Navigation API does not say by which entry a page was come to, as Chromium's before 123.
delete globalThis.Navigation?.prototype.activation;
