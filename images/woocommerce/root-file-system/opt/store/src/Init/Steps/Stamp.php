<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init\Steps;

use Shopwright\Store\Init\Changes;
use Shopwright\Store\Init\DesiredState;
use Shopwright\Store\Init\Step;

/** Says that everything before it is done; the readiness of the web pods asks for it. */
final class Stamp implements Step {
	public const OPTION = 'shopwright_release';

	public function __construct( private readonly string $release ) {
	}

	public function name(): string {
		return 'stamp';
	}

	public function apply( DesiredState $desired, Changes $changes ): void {
		$changes->option( self::OPTION, $this->release );
	}
}
