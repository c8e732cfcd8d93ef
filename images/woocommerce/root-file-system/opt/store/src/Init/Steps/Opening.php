<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init\Steps;

use Automattic\WooCommerce\Utilities\OrderUtil;
use Shopwright\Store\Init\Changes;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\ExitCode;
use Shopwright\Store\Init\Failure;
use Shopwright\Store\Init\Step;
use WC_Install;

/**
 * WooCommerce parks its first-run work behind the first visit of the admin, and any stranger's request to admin-ajax.php
 * triggers it: the shop closes itself ("coming soon") and orders move to their own tables. It is done here, once, open.
 */
final class Opening implements Step {
	public function name(): string {
		return 'opening';
	}

	public function apply( DesiredState $desired, Changes $changes ): void {
		if ( 'yes' === get_option( WC_Install::NEWLY_INSTALLED_OPTION ) ) {
			// The first-run work adds these without overwriting them, so they have to be there before it.
			$changes->option( 'woocommerce_coming_soon', 'no' );
			$changes->option( 'woocommerce_store_pages_only', 'no' );
			WC_Install::newly_installed();
			$changes->add( 'first-run' );
		}
		if ( ! get_option( 'woocommerce_store_id' ) ) {
			WC_Install::maybe_set_store_id();
			$changes->add( 'woocommerce_store_id' );
		}
		if ( ! OrderUtil::custom_orders_table_usage_is_enabled() ) {
			throw new Failure( ExitCode::Bug, 'orders are not kept in their own tables' );
		}
	}
}
