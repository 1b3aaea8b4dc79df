package io.stagesync.salesforce.simulator;

import java.util.List;

/** The kinds of records of a fresh org, with Salesforce's stock values. */
final class Tables {
  static final List<String> STAGES =
      List.of(
          "Lead", "Marketing qualified lead", "Sales qualified lead", "Opportunity", "Customer");
  static final List<String> REASONS =
      List.of("Not Ready", "Not a Fit", "Not Interested", "Invalid Data");

  /** What an org has on its first day. */
  static final List<String> ACCOUNT_TYPES =
      List.of(
          "Prospect",
          "Customer - Direct",
          "Customer - Channel",
          "Channel Partner / Reseller",
          "Installation Partner",
          "Technology Partner",
          "Other");

  private Tables() {}

  static List<SimTable> fresh() {
    return List.of(
        lead(),
        new SimTable(
            "LeadHistory",
            "017",
            List.of(
                id(),
                SimField.reference("LeadId", "Lead", "Lead"),
                text("Field"),
                text("OldValue"),
                text("NewValue"),
                SimField.of("CreatedById", "reference"),
                time("CreatedDate"))),
        new SimTable(
            "LeadStatus",
            "01J",
            List.of(id(), text("ApiName"), text("MasterLabel"), flag("IsConverted"), number())),
        new SimTable(
            "FieldDefinition",
            "4fd",
            List.of(
                id(),
                text("QualifiedApiName"),
                text("EntityDefinition.QualifiedApiName"),
                flag("IsFieldHistoryTracked"))),
        new SimTable(
            "UserPermissionAccess",
            "0PU",
            List.of(
                id(),
                flag("PermissionsModifyAllData"),
                flag("PermissionsAllowViewEditConvertedLeads"))),
        account(),
        opportunity(),
        new SimTable(
            "OpportunityContactRole",
            "00K",
            List.of(
                id(),
                SimField.reference("OpportunityId", "Opportunity", "Opportunity"),
                SimField.of("ContactId", "reference"),
                flag("IsDeleted"),
                time("SystemModstamp"))),
        new SimTable("Campaign", "701", List.of(id(), text("Name"), flag("IsDeleted"))),
        new SimTable(
            "CampaignMember",
            "00v",
            List.of(
                id(),
                SimField.reference("CampaignId", "Campaign", "Campaign"),
                SimField.reference("LeadId", "Lead", "Lead"),
                SimField.of("ContactId", "reference"),
                text("Status"),
                flag("HasResponded"),
                flag("IsDeleted"),
                time("SystemModstamp"))));
  }

  private static SimTable lead() {
    return new SimTable(
        "Lead",
        "00Q",
        List.of(
            id(),
            SimField.of("Email", "email").editable(),
            text("LastName").editable(),
            text("Company").editable(),
            SimField.picklist("Status", false, List.of()).required().withHistory(),
            SimField.picklist("Lead_Stage__c", true, STAGES).withHistory(),
            SimField.picklist("Unqualified_Reason__c", true, REASONS),
            SimField.of("OwnerId", "reference"),
            flag("IsConverted"),
            SimField.of("ConvertedDate", "date"),
            SimField.reference("ConvertedAccountId", "ConvertedAccount", "Account"),
            SimField.of("ConvertedContactId", "reference"),
            SimField.reference("ConvertedOpportunityId", "ConvertedOpportunity", "Opportunity"),
            flag("IsDeleted"),
            SimField.of("MasterRecordId", "reference"),
            time("CreatedDate"),
            SimField.of("LastModifiedById", "reference"),
            time("LastModifiedDate"),
            time("SystemModstamp")));
  }

  private static SimTable account() {
    return new SimTable(
        "Account",
        "001",
        List.of(
            id(),
            text("Name"),
            SimField.picklist("Type", false, ACCOUNT_TYPES),
            flag("IsDeleted"),
            time("SystemModstamp")));
  }

  private static SimTable opportunity() {
    return new SimTable(
        "Opportunity",
        "006",
        List.of(
            id(),
            text("Name"),
            SimField.of("StageName", "picklist"),
            flag("IsWon"),
            flag("IsClosed"),
            flag("IsDeleted"),
            SimField.of("LastModifiedById", "reference"),
            time("LastModifiedDate"),
            time("SystemModstamp")));
  }

  private static SimField id() {
    return SimField.of("Id", "id").required();
  }

  private static SimField text(String name) {
    return SimField.of(name, "string");
  }

  private static SimField flag(String name) {
    return SimField.of(name, "boolean").required();
  }

  private static SimField time(String name) {
    return SimField.of(name, "datetime").required();
  }

  private static SimField number() {
    return SimField.of("SortOrder", "int").required();
  }
}
