package fledge.monitoring;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Folds what was appended to the totals, so that reading them never grows with history. */
@Service
public class FigureFolding {

    private final Figures figures;

    FigureFolding(Figures figures) {
        this.figures = figures;
    }

    @Transactional
    public void fold() {
        figures.fold();
    }
}
