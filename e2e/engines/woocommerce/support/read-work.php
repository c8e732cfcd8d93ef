<?php
/** What has become of the work of schedule-work.php. */

$_SERVER['HTTP_HOST'] = 'localhost';
require '/srv/www/wp-load.php';

$actions = as_get_scheduled_actions( array( 'group' => 'shopwright-e2e' ), 'ids' );
echo json_encode(
	array(
		'actions'   => array_map( static fn( int $id ): string => ActionScheduler::store()->get_status( $id ), array_values( array_map( intval( ... ), $actions ) ) ),
		'event'     => false !== wp_next_scheduled( 'delete_expired_transients', array( 'shopwright-e2e' ) ),
		'transient' => null !== $wpdb->get_var( "SELECT option_id FROM $wpdb->options WHERE option_name = '_transient_shopwright_e2e_expired'" ),
	)
), "\n";
