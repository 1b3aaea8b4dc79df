/** Tests. */
@NullMarked
package io.stagesync.app.config;

import org.jspecify.annotations.NullMarked;
