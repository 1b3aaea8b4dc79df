/** The page on which people read what every word means and what may happen to it. */
@NullMarked
package io.stagesync.app.dictionary;

import org.jspecify.annotations.NullMarked;
