package fledge.programme;

/** When a quarter's return is due, closes for entry and closes for editing, in working days after the quarter. */
public record CollectionTerms(int dueDays, int entryDays, int editDays) {

    /** Due after ten working days, entered until the fifteenth, edited until the thirtieth. */
    public static final CollectionTerms USUAL = new CollectionTerms(10, 15, 30);
}
