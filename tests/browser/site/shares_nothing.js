// As browsers do that have neither a dialog for sharing nor a clipboard for pages.
delete Navigator.prototype.share;
delete Navigator.prototype.clipboard;
