<?php
// Publishes a post with the given content, and says its number.
$_SERVER['HTTP_HOST'] = '127.0.0.3';
require __DIR__ . '/pages/wp-load.php';
echo wp_insert_post( array( 'post_title' => 'A post', 'post_content' => $argv[1], 'post_status' => 'publish', 'post_author' => 1 ) );
