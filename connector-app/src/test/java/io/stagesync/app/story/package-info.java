/** Whole stories of people, over HTTP, against both simulated CRMs. */
@NullMarked
package io.stagesync.app.story;

import org.jspecify.annotations.NullMarked;
