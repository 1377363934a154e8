/** What readers ask for. */
@NullMarked
package com.acme.library.application.port.in;

import org.jspecify.annotations.NullMarked;
