<?php
/** The snapshot starts without orders and customers. */

foreach ( wc_get_orders( array( 'limit' => -1 ) ) as $order ) {
	$order->update_status( 'cancelled' );
	$order->delete( true );
}
$GLOBALS['wpdb']->query( "ALTER TABLE {$GLOBALS['wpdb']->posts} AUTO_INCREMENT = 1" );
