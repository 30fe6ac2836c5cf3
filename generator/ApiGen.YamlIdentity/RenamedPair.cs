using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ApiGen.YamlIdentity;

/// <summary>
/// The generator and its YamlDotNet under a name that no other package uses. When two packages ship a YamlDotNet.dll,
/// the SDK hands only the newer one to the compiler, and a generator would run on a version it was not built for.
/// </summary>
internal static class RenamedPair
{
    private const string OriginalName = "YamlDotNet";
    private const string OwnName = "ApiGen.YamlDotNet";

    /// <summary>Writes both assemblies. The same input gives the same bytes.</summary>
    /// <param name="generatorPath">The built generator, which refers to YamlDotNet.</param>
    /// <param name="yamlDotNetPath">The YamlDotNet that it was built against.</param>
    /// <param name="outputDirectory">Where the pair is written; made if it isn't there.</param>
    /// <exception cref="IOException">A file is missing or can't be written.</exception>
    /// <exception cref="BadImageFormatException">An input isn't the assembly it should be.</exception>
    public static void Write(string generatorPath, string yamlDotNetPath, string outputDirectory)
    {
        using var yamlDotNet = Read(yamlDotNetPath);
        using var generator = Read(generatorPath);
        var reference = ReferenceTo(yamlDotNet, generator);

        Rename(yamlDotNet);
        reference.Name = OwnName;
        reference.PublicKeyToken = [];

        Directory.CreateDirectory(outputDirectory);
        WriteTo(outputDirectory, yamlDotNet);
        WriteTo(outputDirectory, generator);
    }

    private static ModuleDefinition Read(string path)
    {
        try
        {
            var module = ModuleDefinition.ReadModule(path, new ReaderParameters { InMemory = true });
            if (module.Assembly is null)
                throw new BadImageFormatException("A module without an assembly.");
            if (module.HasDebugHeader && module.GetDebugHeader().Entries.Any(IsEmbeddedSymbols))
                module.ReadSymbols(new EmbeddedPortablePdbReaderProvider().GetSymbolReader(module, path));
            return module;
        }
        catch (BadImageFormatException exception)
        {
            throw new BadImageFormatException($"{path} is not a .NET assembly.", exception);
        }
    }

    private static bool IsEmbeddedSymbols(ImageDebugHeaderEntry entry) =>
        entry.Directory.Type == ImageDebugType.EmbeddedPortablePdb;

    private static AssemblyNameReference ReferenceTo(ModuleDefinition yamlDotNet, ModuleDefinition generator)
    {
        var name = yamlDotNet.Assembly.Name;
        if (name.Name != OriginalName)
            throw new BadImageFormatException($"{yamlDotNet.FileName} is {name.Name}, not {OriginalName}.");

        var reference = generator.AssemblyReferences.SingleOrDefault(candidate => candidate.Name == OriginalName)
            ?? throw new BadImageFormatException($"{generator.FileName} does not refer to {OriginalName}.");
        if (reference.FullName != name.FullName)
        {
            throw new BadImageFormatException(
                $"{generator.FileName} refers to {reference.FullName}, but {yamlDotNet.FileName} is {name.FullName}.");
        }

        return reference;
    }

    private static void Rename(ModuleDefinition module)
    {
        module.Assembly.Name.Name = OwnName;
        module.Assembly.Name.PublicKey = [];
        module.Assembly.Name.HasPublicKey = false;
        module.Attributes &= ~ModuleAttributes.StrongNameSigned;
        module.Name = OwnName + ".dll";
    }

    private static void WriteTo(string directory, ModuleDefinition module)
    {
        var parameters = new WriterParameters { DeterministicMvid = true };
        if (module.HasSymbols)
            parameters.SymbolWriterProvider = new EmbeddedPortablePdbWriterProvider();
        module.Write(Path.Combine(directory, module.Name), parameters);
    }
}
