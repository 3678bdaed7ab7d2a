using Mono.Cecil;

namespace Networks.Architecture.Tests;

/// <summary>
/// No sentence is kept in a static field: it would stay for good in the language of whoever came first.
/// </summary>
public sealed class LateWordsTests
{
    private static readonly string[] _speakers = ["Say", "T"];

    [Fact]
    public void Given_a_type_then_no_sentence_is_said_when_it_is_first_used()
    {
        Assert.Empty(SaidEarly("networks.dll"));
        Assert.Empty(SaidEarly("Networks.Workflows.dll"));
        Assert.Equal([typeof(CounterExamples.Web.SaysEarly).FullName!], SaidEarly("Networks.Architecture.Tests.dll"));
    }

    private static List<string> SaidEarly(string file)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, file));
        return
        [
            .. from type in assembly.MainModule.GetTypes()
               from method in type.Methods
               where method is { IsConstructor: true, IsStatic: true, HasBody: true }
                   && method.Body.Instructions.Any(i => i.Operand is MethodReference called && _speakers.Contains(called.Name) && called.ReturnType.FullName == typeof(string).FullName)
               select type.FullName,
        ];
    }
}
