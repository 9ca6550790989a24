-- These tables pass from the reviews to a capability of their own; their names and rows stay.
comment on table goldthread.stale_step is 'After how many days others are shown what waits. Owner: staleness.';
comment on table goldthread.stale_thing is 'Something that waited in a plan, as it was noticed. Owner: staleness.';
comment on table goldthread.stale_showing is 'To whom it was shown. Owner: staleness.';
