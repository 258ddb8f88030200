package fledge.tenancy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a node remembers of a city for a while, so that a page does not ask again for what hardly ever changes. A writing
 * transaction never fills it, because what it changed counts for nobody else before it commits; and it reads only what cannot
 * change under its key.
 */
public final class CityMemory<K, V> {

    private static final int MOST_KEPT = 10_000;

    private final Duration kept;
    private final boolean settled;
    private final Map<Key<K>, Entry<V>> entries = new ConcurrentHashMap<>();

    private CityMemory(Duration kept, boolean settled) {
        this.kept = kept;
        this.settled = settled;
    }

    /** For values that may change; {@link #forget()} on every change. */
    public static <K, V> CityMemory<K, V> ofChanging(Duration kept) {
        return new CityMemory<>(kept, false);
    }

    /** For values that never change under their key, because the key names their edition. */
    public static <K, V> CityMemory<K, V> ofSettled(Duration kept) {
        return new CityMemory<>(kept, true);
    }

    private record Key<K>(short cityId, K key) {}

    private record Entry<V>(V value, long readAt) {}

    public V get(K key, Supplier<V> read) {
        return known(key).orElseGet(() -> {
            V value = read.get();
            if (!isWriting()) {
                keep(place(key), value);
            }
            return value;
        });
    }

    /** What is remembered under the key and may be used here; for whoever has a cheaper way than reading all of it. */
    public Optional<V> known(K key) {
        if (isWriting() && !settled) {
            return Optional.empty();
        }
        return Optional.ofNullable(entries.get(place(key)))
                .filter(this::isFresh)
                .map(Entry::value);
    }

    private static boolean isWriting() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private Key<K> place(K key) {
        return new Key<>(CurrentCity.get().id(), key);
    }

    private void keep(Key<K> place, V value) {
        if (entries.size() >= MOST_KEPT) {
            entries.values().removeIf(old -> !isFresh(old));
        }
        entries.put(place, new Entry<>(value, System.nanoTime()));
    }

    /** Forgets everything of the bound city, once the running transaction has committed. */
    public void forget() {
        short city = CurrentCity.get().id();
        afterCommit(() -> entries.keySet().removeIf(key -> key.cityId() == city));
    }

    /** Forgets one value of the bound city, once the running transaction has committed. */
    public void forget(K key) {
        Key<K> place = place(key);
        afterCommit(() -> entries.remove(place));
    }

    private static void afterCommit(Runnable forgetting) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forgetting.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forgetting.run();
            }
        });
    }

    private boolean isFresh(Entry<?> entry) {
        return System.nanoTime() - entry.readAt() < kept.toNanos();
    }
}
