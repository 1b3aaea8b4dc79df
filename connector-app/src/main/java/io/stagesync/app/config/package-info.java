/**
 * What {@code stagesync.yaml} says, checked: text in, settings or problems with their places out.
 */
@NullMarked
package io.stagesync.app.config;

import org.jspecify.annotations.NullMarked;
