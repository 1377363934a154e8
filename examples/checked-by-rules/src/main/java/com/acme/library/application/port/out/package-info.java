/** What the library asks of the outside. */
@NullMarked
package com.acme.library.application.port.out;

import org.jspecify.annotations.NullMarked;
