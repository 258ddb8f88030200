package fledge.ui;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** A form is a record and takes what its components name; other names in a request, nested ones above all, mean nothing. */
@ControllerAdvice
class FormBinding {

    @InitBinder
    void componentsOnly(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
