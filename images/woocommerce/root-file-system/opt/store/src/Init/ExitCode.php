<?php

declare( strict_types=1 );

namespace Shopwright\Store\Init;

/** How the initialisation ended; the platform decides by this number whether to try again. */
enum ExitCode: int {
	case Done                = 0;
	case NotInstalled        = 10;
	case DatabaseUnreachable = 20;
	case CredentialsRefused  = 30;
	case VersionMismatch     = 40;
	case Bug                 = 50;
}
