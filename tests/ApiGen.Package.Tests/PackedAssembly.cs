using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;

namespace ApiGen.Package.Tests;

/// <summary>What the metadata and the embedded symbols of a packed assembly say.</summary>
internal sealed class PackedAssembly : IDisposable
{
    private readonly PEReader _reader;
    private readonly MetadataReader _metadata;

    public PackedAssembly(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using (var packed = entry.Open()) packed.CopyTo(content);
        Bytes = Encoding.Latin1.GetString(content.ToArray());
        _reader = new PEReader([.. content.ToArray()]);
        _metadata = _reader.GetMetadataReader();
    }

    public string Name => _metadata.GetString(_metadata.GetAssemblyDefinition().Name);

    public bool HasPublicKey => !_metadata.GetAssemblyDefinition().PublicKey.IsNil;

    /// <summary>Its bytes, a character each.</summary>
    public string Bytes { get; }

    public IEnumerable<string> References => _metadata.AssemblyReferences
        .Select(handle => _metadata.GetString(_metadata.GetAssemblyReference(handle).Name));

    /// <summary>Where the embedded symbols say that the sources lie.</summary>
    public IReadOnlyList<string> SourcePaths
    {
        get
        {
            var entry = _reader.ReadDebugDirectory()
                .Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            using var symbols = _reader.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
            var reader = symbols.GetMetadataReader();
            return [.. reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name))];
        }
    }

    public void Dispose() => _reader.Dispose();
}
