package fledge.audit;

/** Something that can be done, as the trail names it. */
public record AuditAction(String module, String name) {

    /** The message key of its name. */
    public String key() {
        return module + ".event." + name;
    }
}
