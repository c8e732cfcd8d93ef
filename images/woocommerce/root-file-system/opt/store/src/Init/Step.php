<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init;

/** One part of the desired state: looks, changes only what differs, verifies. */
interface Step {
	/** Stable kebab-case name. */
	public function name(): string;

	/** Throws a Failure when the state cannot be reached. */
	public function apply( DesiredState $desired, Changes $changes ): void;
}
