using ApiGen.YamlIdentity;

if (args is not [var generator, var yamlDotNet, var outputDirectory])
{
    await Console.Error.WriteLineAsync("Usage: ApiGen.YamlIdentity <generator.dll> <YamlDotNet.dll> <output folder>");
    return 2;
}

try
{
    RenamedPair.Write(generator, yamlDotNet, outputDirectory);
    return 0;
}
catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BadImageFormatException)
{
    await Console.Error.WriteLineAsync($"ApiGen.YamlIdentity : error : {exception.Message}");
    return 1;
}
