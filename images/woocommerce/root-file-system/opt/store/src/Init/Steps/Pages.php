<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init\Steps;

use Shopwright\Store\Init\Changes;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\ExitCode;
use Shopwright\Store\Init\Failure;
use Shopwright\Store\Init\Step;
use WC_Install;

/** The pages that WooCommerce sells on exist and are published, and visitors arrive at a home page with products. */
final class Pages implements Step {
	private const SHOP_PAGES = array( 'shop', 'cart', 'checkout', 'myaccount' );
	private const HOME_SLUG  = 'home';

	public function name(): string {
		return 'pages';
	}

	public function apply( DesiredState $desired, Changes $changes ): void {
		if ( array() !== $this->missing_pages() ) {
			WC_Install::create_pages();
			$changes->add( 'shop-pages' );
		}
		if ( array() !== $this->missing_pages() ) {
			throw new Failure( ExitCode::Bug, 'pages are missing: ' . implode( ', ', $this->missing_pages() ) );
		}
		$changes->option( 'show_on_front', 'page' );
		$changes->option( 'page_on_front', (string) $this->home_page( $changes ) );
	}

	/** @return list<string> */
	private function missing_pages(): array {
		return array_values( array_filter( self::SHOP_PAGES, static fn( string $page ): bool => 'publish' !== get_post_status( wc_get_page_id( $page ) ) ) );
	}

	private function home_page( Changes $changes ): int {
		$existing = get_page_by_path( self::HOME_SLUG );
		if ( null !== $existing ) {
			return $existing->ID;
		}
		$page = array(
			'post_type'     => 'page',
			'post_status'   => 'publish',
			'post_name'     => self::HOME_SLUG,
			'post_title'    => 'Welcome',
			'post_content'  => '',
			'page_template' => 'template-homepage.php',
		);
		$id   = wp_insert_post( $page, true );
		if ( is_wp_error( $id ) ) {
			throw new Failure( ExitCode::Bug, "the home page was refused: {$id->get_error_code()}" );
		}
		$changes->add( 'home-page' );
		return $id;
	}
}
