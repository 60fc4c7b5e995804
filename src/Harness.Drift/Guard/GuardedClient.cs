using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Net;
using Harness.Contracts.Families;
using Harness.Drift.Credentials;
using Harness.Drift.Targets;
using Polly;
using Polly.Retry;

namespace Harness.Drift.Guard;

#pragma warning disable RS0030 // It keeps the pipe that GuardedTransport builds.

/// <summary>The only client of the runner. It has no method parameter, no body and no address of its own: it takes leave, and reads.</summary>
public sealed class GuardedClient : IDisposable
{
    // So many refusals for now in a row, pauses and all, and the host is left alone for the rest of the run.
    private const int MostComplaints = 20;

    private static readonly ResiliencePropertyKey<HostPace> Pace = new("pace");

    private readonly GuardSettings _settings;
    private readonly HttpMessageInvoker _transport;
    private readonly ConcurrentDictionary<string, HostPace> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ResiliencePipeline<GuardedAnswer> _retrying;
    private readonly PatiencePool _patience;

    public GuardedClient(Target target, IReadOnlyCollection<Family> families, Admissions admissions, GuardSettings settings)
        : this(target, families, admissions, settings, GuardLayers.All)
    {
    }

    internal GuardedClient(Target target, IReadOnlyCollection<Family> families, Admissions admissions, GuardSettings settings, GuardLayers layers)
    {
        _settings = settings;
        FrozenSet<string> hosts = (target.Gateway is { } gateway ? [gateway.Authority] : admissions.Hosts).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _transport = GuardedTransport.Create(RequestHeaders.Allowed(families), hosts, target.Gateway is not null, settings, layers);
        Budget = new RequestBudget(settings.MaxRequests);
        _patience = new PatiencePool(settings.Timeout);
        _retrying = new ResiliencePipelineBuilder<GuardedAnswer> { TimeProvider = settings.Clock }.AddRetry(Retry()).Build();
    }

    public RequestBudget Budget { get; }

    /// <summary>Sends one GET; null when the budget is used up, or the host wants to be left alone for longer than a run lasts.</summary>
    /// <exception cref="HttpRequestException">No complete answer came.</exception>
    /// <exception cref="TimeoutException">None came in time.</exception>
    public async ValueTask<GuardedAnswer?> Get(Admission leave, CallCredentials credentials, CancellationToken cancelled)
    {
        HostPace pace = PaceOf(leave.Host);
        if (pace.Complaints >= MostComplaints)
        {
            return null;
        }

        try
        {
            return await First(leave, credentials, pace, cancelled);
        }
        catch (BudgetUsedUpException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _transport.Dispose();
        _patience.Dispose();
        foreach (HostPace pace in _hosts.Values)
        {
            pace.Dispose();
        }
    }

    /// <summary>For tests of the layers below: sends what it is given.</summary>
    internal Task<HttpResponseMessage> SendPastTheApi(HttpRequestMessage request, CancellationToken cancelled) => _transport.SendAsync(request, cancelled);

    private HostPace PaceOf(string host) =>
        _hosts.GetOrAdd(host, static (_, s) => new HostPace(s.Concurrency, s.PerSecond, s.Clock), _settings);

    // Nearly every call is answered at once: only one that is not is handed over to what tries again.
    private async ValueTask<GuardedAnswer> First(Admission leave, CallCredentials credentials, HostPace pace, CancellationToken cancelled)
    {
        Outcome<GuardedAnswer> outcome;
        try
        {
            GuardedAnswer answer = await Once(leave, credentials, pace, cancelled);
            outcome = Outcome.FromResult(answer);
            if (!ShouldTryAgain(outcome))
            {
                return answer;
            }
        }
        catch (HttpRequestException failure) when (ShouldTryAgain(Outcome.FromException<GuardedAnswer>(failure)))
        {
            outcome = Outcome.FromException<GuardedAnswer>(failure);
        }

        return await Again(outcome, leave, credentials, pace, cancelled);
    }

    private async ValueTask<GuardedAnswer> Again(Outcome<GuardedAnswer> first, Admission leave, CallCredentials credentials, HostPace pace, CancellationToken cancelled)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancelled);
        context.Properties.Set(Pace, pace);
        bool isFirst = true;
        try
        {
            return await _retrying.ExecuteAsync(
                async retry =>
                {
                    if (!isFirst)
                    {
                        return await Once(leave, credentials, pace, retry.CancellationToken);
                    }

                    isFirst = false;
                    first.ThrowIfException();
                    return first.Result!;
                },
                context);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<GuardedAnswer> Once(Admission leave, CallCredentials credentials, HostPace pace, CancellationToken cancelled)
    {
        await pace.Enter(cancelled);
        try
        {
            GuardedAnswer answer = Budget.TryTake() ? await Send(leave, credentials, cancelled) : throw new BudgetUsedUpException();
            if (_settings.Retries > 0)
            {
                pace.Heard(answer.Status == 429);
            }

            return answer;
        }
        finally
        {
            pace.Leave();
        }
    }

    private async Task<GuardedAnswer> Send(Admission leave, CallCredentials credentials, CancellationToken cancelled)
    {
        using HttpRequestMessage request = Request(leave, credentials);
        using Patience patience = _patience.Take(cancelled);
        int status = 0;
        try
        {
            HttpResponseMessage response = await _transport.SendAsync(request, patience.Token);
            status = (int)response.StatusCode;
            return await Read(response, patience.Token);
        }
        catch (OperationCanceledException exception) when (!cancelled.IsCancellationRequested)
        {
            throw new TimeoutException("no answer came in time", exception);
        }
        finally
        {
            _settings.Audit?.Sent(new AuditEntry(_settings.Clock.GetUtcNow(), "GET", leave.Host, leave.Template, status));
        }
    }

    private static HttpRequestMessage Request(Admission leave, CallCredentials credentials)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, leave.Address) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Options.Set(GetOnlyHandler.Leave, leave);
        // Our own two texts are known to be well formed; what comes from elsewhere is parsed.
        request.Headers.TryAddWithoutValidation("Accept", RequestHeaders.Accept);
        request.Headers.TryAddWithoutValidation("User-Agent", RequestHeaders.UserAgent);
        foreach (KeyValuePair<string, string> header in credentials.Headers)
        {
            request.Headers.Remove(header.Key);
            request.Headers.Add(header.Key, header.Value);
        }

        if (credentials.Cookie.Length > 0)
        {
            request.Headers.Add("Cookie", credentials.Cookie);
        }

        return request;
    }

    private async Task<GuardedAnswer> Read(HttpResponseMessage response, CancellationToken cancelled)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(response.Content.Headers.ContentLength ?? 8192, 1024, _settings.LargestBody));
        int length = 0;
        try
        {
            await using Stream body = await response.Content.ReadAsStreamAsync(cancelled);
            while (length < _settings.LargestBody)
            {
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length);
                }

                int read = await body.ReadAsync(buffer.AsMemory(length), cancelled);
                if (read == 0)
                {
                    return new GuardedAnswer(response, buffer, length, isTooLarge: false);
                }

                length += read;
            }

            return new GuardedAnswer(response, buffer, length, isTooLarge: true);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            response.Dispose();
            throw;
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(length * 2);
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private RetryStrategyOptions<GuardedAnswer> Retry() => new()
    {
        MaxRetryAttempts = Math.Max(1, _settings.Retries),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        Delay = TimeSpan.FromSeconds(1),
        ShouldHandle = args => ValueTask.FromResult(ShouldTryAgain(args.Outcome)),
        DelayGenerator = static args => ValueTask.FromResult(args.Outcome.Result is { } answer ? RetryAfter.Of(answer) : null),
        OnRetry = static args =>
        {
            if (args.Outcome.Result is { Status: 429 })
            {
                args.Context.Properties.GetValue(Pace, null!)?.KeepQuiet(args.RetryDelay);
            }

            args.Outcome.Result?.Dispose();
            return default;
        },
    };

    // A 429 slows the whole host down, not only this call; a host that wants a longer pause than a run can wait is believed and left.
    private bool ShouldTryAgain(Outcome<GuardedAnswer> outcome)
    {
        if (_settings.Retries == 0)
        {
            return false;
        }

        if (outcome.Exception is HttpRequestException failure)
        {
            return failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.NameResolutionError;
        }

        return outcome.Result is { Status: 429 or 503 } answer && (RetryAfter.Of(answer) ?? TimeSpan.Zero) <= _settings.LongestPause;
    }
}
#pragma warning restore RS0030
