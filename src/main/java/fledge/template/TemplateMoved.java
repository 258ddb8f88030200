package fledge.template;

import fledge.kernel.StatusMoved;

/** A version of a report template went from one state to another. */
public record TemplateMoved(Subject subject, TemplateAction way, TemplateStatus from, TemplateStatus to)
        implements StatusMoved {

    @Override
    public String machine() {
        return "Template";
    }
}
