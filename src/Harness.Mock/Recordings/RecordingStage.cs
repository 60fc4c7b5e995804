using Harness.Mock.Exchanges;
using Harness.Mock.Portals;
using Harness.Mock.Stubs;
using Harness.Mock.Synthesis;
using Harness.Stubs;

namespace Harness.Mock.Recordings;

/// <summary>Plays recordings back, fitted to the tenant in force and the clock's day. A call that none is for passes on to state and synthesis.</summary>
internal sealed class RecordingStage(StubMappingStore recordings, PortalTable portals, SynthesisStage synthesis, StubResponder responder) : IStage
{
    private readonly Lock _lock = new();
    private volatile FittedRecordings? _fitted;
    private volatile StubStage? _stage;

    public Reply? Answer(Exchange exchange) => recordings.All.Count == 0 ? null : Today().Answer(exchange);

    /// <summary>Every sequence back to its first reply.</summary>
    public void Reset() => _fitted?.Store.Scenarios.Reset();

    private StubStage Today()
    {
        SynthesisDay day = synthesis.Day;
        lock (_lock)
        {
            if (_stage is { } known && ReferenceEquals(_fitted?.Day, day))
            {
                return known;
            }

            _fitted = FittedRecordings.Fit(recordings, day, RecordingJoin.Of(recordings.All, portals, day.Tenant, day.Synthesizer));
            return _stage = new StubStage(_fitted.Store, responder, Stages.Recording);
        }
    }
}
