<?php
/**
 * Asks the shop to run what is due. Runs without php.ini and without WordPress: the work happens in the web server.
 */

$address = getenv( 'STORE_WEB_ADDRESS' ) ?: 'http://127.0.0.1:8080';
$host    = preg_replace( '#^https?://#', '', (string) getenv( 'STORE_PUBLIC_URL' ) );
$headers = array( "Host: $host", 'Connection: close' );
if ( str_starts_with( (string) getenv( 'STORE_PUBLIC_URL' ), 'https:' ) ) {
	$headers[] = 'X-Forwarded-Proto: https';
}
$options = array(
	'http' => array(
		'header'        => $headers,
		'timeout'       => 100,
		'ignore_errors' => true,
	),
);
$answer  = @file_get_contents( "$address/wp-cron.php?doing_wp_cron", false, stream_context_create( $options ) );
$status  = $http_response_header[0] ?? 'no answer';
if ( false === $answer || ! str_contains( $status, ' 200 ' ) ) {
	fwrite( STDERR, json_encode( array( 'event' => 'cron-tick-failed', 'status' => $status ) ) . "\n" );
	exit( 1 );
}
