package fledge.mail;

/** Why somebody is told: it became their turn, or they were reminded. */
enum NoticeKind {
    TURN,
    REMINDED
}
