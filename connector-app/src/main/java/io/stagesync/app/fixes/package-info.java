/**
 * Files with which an admin mends what a CRM lacks: metadata for Salesforce, property definitions
 * for HubSpot, and a page that says how to apply them. They are written to a folder and never
 * applied by us.
 */
@NullMarked
package io.stagesync.app.fixes;

import org.jspecify.annotations.NullMarked;
