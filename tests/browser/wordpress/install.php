<?php
// Fills the empty database as WordPress's own installer does.
$pages = __DIR__ . '/pages/';
$_SERVER['HTTP_HOST'] = '127.0.0.3';
preg_match( "/localhost:([^']+)'/", file_get_contents( $pages . 'wp-config.php' ), $socket );
( new mysqli( 'localhost', 'root', '', '', 0, $socket[1] ) )->query( 'CREATE DATABASE wordpress' );
define( 'WP_INSTALLING', true );
require $pages . 'wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install( 'A partner', 'partner', 'partner@example.org', true, '', wp_generate_password() );
switch_theme( 'plain' );
