/** The demo: both CRMs simulated, people editing on both sides, the sync running between them. */
@NullMarked
package io.stagesync.app.demo;

import org.jspecify.annotations.NullMarked;
