<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init;

use Shopwright\Store\Init\Steps\Address;
use Shopwright\Store\Init\Steps\Catalogue;
use Shopwright\Store\Init\Steps\Code;
use Shopwright\Store\Init\Steps\Opening;
use Shopwright\Store\Init\Steps\Owner;
use Shopwright\Store\Init\Steps\Pages;
use Shopwright\Store\Init\Steps\Permalinks;
use Shopwright\Store\Init\Steps\Stamp;
use Shopwright\Store\Init\Steps\TradeSettings;

/** The order of the steps. */
final class Steps {
	/**
	 * A stamped shop belongs to its owner: from then on only what the shop cannot work without is looked after, and what
	 * the owner changed stays changed.
	 *
	 * @return list<Step>
	 */
	public static function for_release( string $release ): array {
		$lasting = array( new Code(), new Address(), new Opening() );
		if ( get_option( Stamp::OPTION ) === $release ) {
			return $lasting;
		}
		return array(
			...$lasting,
			new Owner(),
			new TradeSettings(),
			new Pages(),
			new Permalinks(),
			new Catalogue(),
			new Stamp( $release ),
		);
	}
}
