<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init\Steps;

use Shopwright\Store\Init\Changes;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\Step;
use WC_Product_Simple;

/** A few products to sell from the first minute, found again by SKU. */
final class Catalogue implements Step {
	private const CATEGORY = 'Samples';
	private const PRODUCTS = array(
		'sample-mug'      => array( 'Stoneware mug', '19.00', 'Holds 350 ml, glazed by hand, safe in the dishwasher.' ),
		'sample-tote'     => array( 'Canvas tote bag', '24.00', 'Heavy organic cotton with an inside pocket.' ),
		'sample-notebook' => array( 'Dotted notebook', '12.00', '160 numbered pages that lie flat.' ),
		'sample-candle'   => array( 'Beeswax candle', '16.00', 'Burns for about 40 hours and smells of summer.' ),
	);

	public function name(): string {
		return 'products';
	}

	public function apply( DesiredState $desired, Changes $changes ): void {
		$missing = array_filter( self::PRODUCTS, static fn( string $sku ): bool => 0 === wc_get_product_id_by_sku( $sku ), ARRAY_FILTER_USE_KEY );
		if ( array() === $missing ) {
			return;
		}
		$category = $this->category();
		foreach ( $missing as $sku => [ $name, $price, $description ] ) {
			$product = new WC_Product_Simple();
			$product->set_sku( $sku );
			$product->set_name( $name );
			$product->set_slug( sanitize_title( $name ) );
			$product->set_regular_price( $price );
			$product->set_short_description( $description );
			$product->set_description( $description );
			$product->set_category_ids( array( $category ) );
			$product->save();
			$changes->add( $sku );
		}
	}

	private function category(): int {
		$existing = term_exists( self::CATEGORY, 'product_cat' );
		$term     = $existing ? $existing : wp_insert_term( self::CATEGORY, 'product_cat' );
		return (int) $term['term_id'];
	}
}
