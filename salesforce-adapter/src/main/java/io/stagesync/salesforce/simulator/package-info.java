/**
 * A Salesforce org in this process, over real HTTP: it keeps state, speaks the Partner API's wire
 * shapes and fails on request. Demo, benchmark and tests run against it.
 */
@NullMarked
package io.stagesync.salesforce.simulator;

import org.jspecify.annotations.NullMarked;
