<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init\Steps;

use Shopwright\Store\Init\Changes;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\Step;

/** Products and pages have readable addresses, and the rules for them are stored rather than made by the first visitor. */
final class Permalinks implements Step {
	private const STRUCTURE = '/%postname%/';

	public function name(): string {
		return 'permalinks';
	}

	public function apply( DesiredState $desired, Changes $changes ): void {
		global $wp_rewrite;
		if ( get_option( 'permalink_structure' ) !== self::STRUCTURE ) {
			$wp_rewrite->set_permalink_structure( self::STRUCTURE );
			// Products were registered without addresses in this process: the next one makes the rules.
			delete_option( 'rewrite_rules' );
			$changes->add( 'structure' );
		} elseif ( ! $this->has_product_rules() ) {
			flush_rewrite_rules( false );
			$changes->add( 'rules' );
		}
	}

	private function has_product_rules(): bool {
		$rules = get_option( 'rewrite_rules' );
		return is_array( $rules ) && array() !== preg_grep( '#^product/#', array_keys( $rules ) );
	}
}
