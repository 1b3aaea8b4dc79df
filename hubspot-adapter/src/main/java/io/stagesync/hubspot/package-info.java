/**
 * How to talk to a HubSpot account: list, search, batch read and batch update of contacts, within
 * the account's limits. The generated client stays inside.
 */
@NullMarked
package io.stagesync.hubspot;

import org.jspecify.annotations.NullMarked;
