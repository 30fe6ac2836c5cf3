namespace ApiGen.Pipeline.Bodies;

/// <summary>A multipart body as one attempt sends it, its files open.</summary>
internal sealed class OpenedForm(MultipartForm form, IReadOnlyList<OpenedPart> parts) : IDisposable
{
    private readonly Lock _lock = new();
    private int _copies;
    private bool _isOver;

    public MultipartForm Form => form;

    /// <summary>Makes sure that it can be read twice: to be hashed, and to be sent.</summary>
    /// <exception cref="BodyUnreadableException">A file of it can't.</exception>
    public void RequireRereading()
    {
        foreach (OpenedPart part in parts) part.RequireRereading();
    }

    /// <summary>Writes all parts.</summary>
    public async Task CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        lock (_lock) _copies++;
        try
        {
            foreach (OpenedPart part in parts)
                await part.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
            await destination.WriteAsync(form.Close, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_lock) _copies--;
            CloseWhenDone();
        }
    }

    /// <summary>Closes the files; those that are still being sent, when that is over.</summary>
    public void Dispose()
    {
        // By HTTP/2 an answer may be there before all of the request was sent.
        lock (_lock) _isOver = true;
        CloseWhenDone();
    }

    private void CloseWhenDone()
    {
        lock (_lock)
        {
            if (!_isOver || _copies > 0) return;
        }

        foreach (OpenedPart part in parts) part.Dispose();
    }
}
