using ApiGen.CompilerServices;

namespace ApiGen.Pipeline.Paging;

/// <summary>The pages of an endpoint, a call each.</summary>
internal sealed class CallPages<T> : PageSequence<T>
{
    private readonly ApiConnection _connection;
    private readonly EndpointDescriptor<T> _endpoint;
    private readonly PagesDescriptor _pages;
    private readonly Func<string?, ApiCall<T>> _create;
    private readonly string? _startAt;

    public CallPages(
        ApiConnection connection,
        EndpointDescriptor<T> endpoint,
        Func<string?, ApiCall<T>> create,
        string? startAt)
    {
        _connection = connection;
        _endpoint = endpoint;
        _pages = endpoint.Pages!;
        _create = create;
        _startAt = startAt;
        bool isCursor = startAt is null
            || (_pages.By == PagingMethod.Cursor ? startAt.Length > 0 : PageEnds.IsNumber(startAt));
        if (!isCursor)
            throw new ArgumentException($"'{startAt}' is no {_pages.Parameter} of a page.", nameof(startAt));

        // What is wrong with an argument is said now, and not when the first page is asked for.
        create(startAt ?? _pages.First);
        ResumeAt = startAt;
    }

    public override async IAsyncEnumerator<Page<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        string? cursor = _startAt ?? _pages.First;
        ResumeAt = _startAt;
        var asked = new HashSet<string>();
        string? lastDigest = null;
        do
        {
            if (cursor is not null && !asked.Add(cursor)) throw Repeats($"the {_pages.Parameter} {cursor} a second time");
            (Page<T> page, string? digest) = await _connection
                .SendPageAsync(_create(cursor), cursor, cancellationToken)
                .ConfigureAwait(false);
            if (digest is not null && digest == lastDigest)
                throw Repeats($"the same items for the {_pages.Parameter} {cursor} as for the one before");

            lastDigest = digest;
            cursor = page.Next;
            ResumeAt = cursor;
            yield return page;
        }
        while (cursor is not null);
    }

    private ApiException Repeats(string what) =>
        new($"The pages of {_endpoint.Name} would never end: the server gave {what}.") { Endpoint = _endpoint.Name };
}
