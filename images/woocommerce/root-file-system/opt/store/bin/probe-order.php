<?php
/**
 * Reads the order that a probe has placed, takes it back (stock and sales are counted down again) and removes it; so it does
 * with orders under the same e-mail address that a probe left behind when it was killed.
 * Standard input: {"orderId": 12, "orderKey": "wc_order_…"}. Standard output: one JSON object. Exit code 0, or 1 with
 * {"error": "order-not-found" | "order-not-in-own-table" | "order-still-there"}.
 */

require '/opt/store/src/autoload.php';

use Shopwright\Store\Settings;

$_SERVER['HTTP_HOST'] = preg_replace( '#^https?://#', '', Settings::public_url() );
require '/srv/www/wp-load.php';

// No probe lasts longer; a younger order belongs to one that runs beside this one.
const SHOPWRIGHT_PROBE_SECONDS = 300;

function shopwright_remove( WC_Order $order ): void {
	$order->update_status( 'cancelled' );
	$order->delete( true );
}

function shopwright_finish( array $answer ): never {
	echo json_encode( $answer, JSON_THROW_ON_ERROR ), "\n";
	exit( isset( $answer['error'] ) ? 1 : 0 );
}

$wanted = json_decode( (string) stream_get_contents( STDIN ), true, 4, JSON_THROW_ON_ERROR );
$order  = wc_get_order( (int) $wanted['orderId'] );
if ( ! $order instanceof WC_Order || ! hash_equals( $order->get_order_key(), (string) $wanted['orderKey'] ) ) {
	shopwright_finish( array( 'error' => 'order-not-found' ) );
}
$row = $wpdb->get_row( $wpdb->prepare( "SELECT status, currency, total_amount, payment_method FROM {$wpdb->prefix}wc_orders WHERE id = %d", $order->get_id() ), ARRAY_A );
if ( null === $row ) {
	shopwright_finish( array( 'error' => 'order-not-in-own-table' ) );
}
$id = $order->get_id();
shopwright_remove( $order );
$left_behind = array(
	'billing_email' => $order->get_billing_email(),
	'date_created'  => '<' . ( time() - SHOPWRIGHT_PROBE_SECONDS ),
	'limit'         => 50,
);
array_map( 'shopwright_remove', wc_get_orders( $left_behind ) );
if ( wc_get_order( $id ) || null !== $wpdb->get_var( $wpdb->prepare( "SELECT id FROM {$wpdb->prefix}wc_orders WHERE id = %d", $id ) ) ) {
	shopwright_finish( array( 'error' => 'order-still-there' ) );
}
shopwright_finish(
	array(
		'status'        => $row['status'],
		'currency'      => $row['currency'],
		'total'         => $row['total_amount'],
		'paymentMethod' => $row['payment_method'],
	)
);
