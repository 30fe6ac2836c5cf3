namespace ApiGen.Pipeline.Bodies;

/// <summary>A part as one attempt sends it.</summary>
internal sealed class OpenedPart(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> text, OpenedFile? file) : IDisposable
{
    /// <summary>Makes sure that it can be read a second time.</summary>
    /// <exception cref="BodyUnreadableException">It can't.</exception>
    public void RequireRereading() => file?.RequireRereading();

    /// <summary>Writes head, content and end.</summary>
    public async Task CopyToAsync(Stream destination, CancellationToken cancellationToken)
    {
        await destination.WriteAsync(head, cancellationToken).ConfigureAwait(false);
        if (file is null) await destination.WriteAsync(text, cancellationToken).ConfigureAwait(false);
        else await file.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
        await destination.WriteAsync(MultipartPart.End, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => file?.Dispose();
}
