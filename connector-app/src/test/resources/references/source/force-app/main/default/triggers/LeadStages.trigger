trigger LeadStages on Lead (before update) {
    for (Lead one : Trigger.new) {
        if (one.Lead_Stage__c == 'sales qualified lead') {
            one.Qualified_On__c = Date.today();
        }
    }
}
