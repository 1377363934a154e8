/** The desk that readers come to. */
@NullMarked
package com.acme.library.adapter.in.desk;

import org.jspecify.annotations.NullMarked;
