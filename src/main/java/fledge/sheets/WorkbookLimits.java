package fledge.sheets;

/**
 * How large a workbook may be before it is opened any further.
 *
 * @param bytes of the file as handed in
 * @param unpacked bytes of all its parts together, never more than {@link OfficeGate#MOST_UNPACKED}
 * @param rows the last row of a sheet that holds anything
 * @param columns the last column of a sheet that holds anything
 * @param cells of all sheets together
 */
public record WorkbookLimits(long bytes, long unpacked, int rows, int columns, int cells) {

    private static final long MEGABYTE = 1024 * 1024;

    /** A form of some dozens of lines, with whatever else people keep on further sheets. */
    public static final WorkbookLimits FORM = new WorkbookLimits(5 * MEGABYTE, 48 * MEGABYTE, 10_000, 200, 200_000);

    /** A list of a city's enterprises, read row by row. */
    public static final WorkbookLimits TABLE =
            new WorkbookLimits(20 * MEGABYTE, 200 * MEGABYTE, 200_001, 200, 6_000_000);

    /** The size as people speak of it. */
    public long megabytes() {
        return bytes / MEGABYTE;
    }
}
