import { LightningElement } from 'lwc';

export default class LeadPath extends LightningElement {
    steps = ["Open - Not Contacted", `Working - Contacted`];
}
