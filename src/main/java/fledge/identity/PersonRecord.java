package fledge.identity;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A natural person; two accounts of one person are one person to the separation of duties. */
@Entity
@Table(name = "person")
class PersonRecord extends CityOwned {

    @Column
    private String name;

    protected PersonRecord() {}

    PersonRecord(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
