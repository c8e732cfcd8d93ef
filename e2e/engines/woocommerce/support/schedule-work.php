<?php
/** Schedules something for Action Scheduler and something for WP-Cron, both due at once. */

$_SERVER['HTTP_HOST'] = 'localhost';
require '/srv/www/wp-load.php';

set_transient( 'shopwright_e2e_expired', 'yes', 1 );
$wpdb->update( $wpdb->options, array( 'option_value' => time() - 60 ), array( 'option_name' => '_transient_timeout_shopwright_e2e_expired' ) );
wp_schedule_single_event( time() - 1, 'delete_expired_transients', array( 'shopwright-e2e' ) );
$action = as_schedule_single_action( time() - 1, 'woocommerce_cleanup_draft_orders', array(), 'shopwright-e2e' );
echo json_encode( array( 'action' => $action ) ), "\n";
