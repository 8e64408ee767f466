// SPDX-License-Identifier: Apache-2.0

extension BriefWording {
  static let russian: BriefWording = {
    let months = [
      "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
      "октября", "ноября", "декабря",
    ]
    let alone = [
      "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь",
      "октябрь", "ноябрь", "декабрь",
    ]
    return BriefWording(
      language: "ru", figure: "Рисунок", table: "Таблица", contents: "Содержание",
      sources: "Источники", footnotes: "Примечания", footnote: "примечание",
      skip: "Перейти к тексту", untitled: "Справка", backToText: "вернуться к тексту",
      done: "выполнено", notDone: "не выполнено", figureNote: "Примечание:",
      noAnswer: "Нет ответа", asOf: ("Состояние на дату: ", "."),
      dataVersion: ("Версия данных: ", "."), months: months,
      day: { "\($0) \($1) \($2) года" }, month: { "\(alone[$0 - 1]) \($1) года" },
      columns: [
        "Sources": "Источники", "Short": "Сокращение", "Dates": "Даты",
        "Fits because it": "Основание", "From": "От", "To": "К", "Since": "С", "Until": "По",
        "Edge": "Связь",
      ])
  }()
}
