package io.stagesync.state.jdbc;

/** Everything that a store promises. */
interface StoreContract
    extends RecordsContract,
        PairsContract,
        WaitingContract,
        JournalContract,
        LedgerContract,
        VocabulariesContract,
        TransactionContract {}
