using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Reflection;

namespace ApiGen.EndToEnd.Tests.Secrecy;

/// <summary>
/// All that is told in the process to whoever listens: activities, measurements, and the events of the client's and
/// the server's HTTP.
/// </summary>
internal sealed class ProcessTraces
    : EventListener, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ConcurrentBag<IDisposable> _listening = [];

    public ProcessTraces()
    {
        var activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => Add(
                activity.DisplayName,
                [.. activity.TagObjects, .. activity.Events.SelectMany(told => told.Tags), .. BaggageOf(activity)]),
        };
        ActivitySource.AddActivityListener(activities);
        var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument),
        };
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Add(instrument.Name, [.. tags]));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Add(instrument.Name, [.. tags]));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Add(instrument.Name, [.. tags]));
        meters.Start();
        _listening.Add(activities);
        _listening.Add(meters);
        _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> Texts => [.. _texts];

    public void OnNext(DiagnosticListener value) => _listening.Add(value.Subscribe(this));

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // What a server tells of is the whole context of a request, most of which may not be asked for.
        object? told = value.Value;
        bool isOfClient = told?.GetType().Assembly == typeof(HttpClient).Assembly;
        PropertyInfo[] properties = isOfClient ? told!.GetType().GetProperties() : [];
        Add(
            value.Key,
            properties.Select(property => KeyValuePair.Create(property.Name, TextOf(property.GetValue(told)))));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public override void Dispose()
    {
        foreach (IDisposable listening in _listening) listening.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        // Those named Private dump whole requests, for whoever debugs the base library itself.
        bool isHttp = eventSource.Name.StartsWith("System.Net.", StringComparison.Ordinal)
            || eventSource.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || eventSource.Name.StartsWith("Microsoft-AspNetCore", StringComparison.Ordinal)
            || eventSource.Name.StartsWith("ApiGen", StringComparison.Ordinal);
        if (isHttp) EnableEvents(eventSource, EventLevel.Verbose);
    }

    // The base class enables sources before this one's fields are there.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        _texts?.Enqueue(
            $"{eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");

    private static IEnumerable<KeyValuePair<string, object?>> BaggageOf(Activity activity) =>
        activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value));

    // A listener is handed the message itself, as a handler is, with all that it needs to be sent.
    private static object? TextOf(object? value) => value switch
    {
        HttpRequestMessage request => $"{request.Method} {request.RequestUri?.GetLeftPart(UriPartial.Path)}",
        HttpResponseMessage response => (int)response.StatusCode,
        _ => value,
    };

    private void Add(string name, IEnumerable<KeyValuePair<string, object?>> values) =>
        _texts.Enqueue($"{name} {string.Join(' ', values.Select(value => $"{value.Key}={value.Value}"))}");
}
