package fledge.tenancy;

import java.util.function.Supplier;

/** The city this thread works for, bound for the length of a request or a job and inherited by nobody. */
public final class CurrentCity {

    private static final ScopedValue<City> CITY = ScopedValue.newInstance();

    private CurrentCity() {}

    public static boolean isBound() {
        return CITY.isBound();
    }

    /** The bound city; work without one is refused before a connection is taken. */
    public static City get() {
        if (!CITY.isBound()) {
            throw new IllegalStateException("no city is bound: run this inside CurrentCity.call(city, …)");
        }
        return CITY.get();
    }

    public static <T, X extends Throwable> T call(City city, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(CITY, city).call(work);
    }

    public static void run(City city, Runnable work) {
        ScopedValue.where(CITY, city).run(work);
    }

    public static <T> T supply(City city, Supplier<T> work) {
        return ScopedValue.where(CITY, city).call(work::get);
    }
}
