/** The demo, as a person would start it. */
@NullMarked
package io.stagesync.app.demo;

import org.jspecify.annotations.NullMarked;
