/** Tests. */
@NullMarked
package io.stagesync.app.plan;

import org.jspecify.annotations.NullMarked;
