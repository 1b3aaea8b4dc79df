/**
 * How to talk to a Salesforce org through its Partner API: leads and their converted opportunities
 * are read by SOQL and written by {@code update}. Nothing of {@code com.sforce} leaves this
 * package.
 */
@NullMarked
package io.stagesync.salesforce;

import org.jspecify.annotations.NullMarked;
